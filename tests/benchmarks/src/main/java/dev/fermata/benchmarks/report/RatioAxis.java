package dev.fermata.benchmarks.report;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** An axis of logarithms that shows the ratios themselves: {@code 2} is {@code 100×}. */
final class RatioAxis extends NumberAxis {
    private static final long serialVersionUID = 1;
    private static final int MANY_POWERS = 3;

    RatioAxis(String label) {
        super(label);
    }

    /** 1, 2 and 5 in each power of ten; 1 alone if there are many. */
    @Override
    public List<NumberTick> refreshTicks(Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
        List<NumberTick> ticks = new ArrayList<>();
        int[] digits = getRange().getLength() > MANY_POWERS ? new int[] {1} : new int[] {1, 2, 5};
        int last = (int) Math.floor(getUpperBound());
        for (int power = (int) Math.floor(getLowerBound()); power <= last; power++) {
            for (int digit : digits) {
                double logarithm = power + Math.log10(digit);
                if (getRange().contains(logarithm)) {
                    String label =
                            BigDecimal.valueOf(digit).scaleByPowerOfTen(power).toPlainString() + "×";
                    ticks.add(new NumberTick(logarithm, label, TextAnchor.BOTTOM_CENTER, TextAnchor.CENTER, 0));
                }
            }
        }
        return ticks;
    }
}
