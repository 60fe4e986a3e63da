package dev.fermata.benchmarks.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.CategoryItemRendererState;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.data.category.CategoryDataset;

/** Bars in the colours of those whom they stand for, each with a line from one end of its error to the other. */
final class BarWithError extends BarRenderer {
    private static final long serialVersionUID = 1;
    private static final BasicStroke LINE = new BasicStroke(1);

    BarWithError() {
        setBarPainter(new StandardBarPainter());
        setShadowVisible(false);
    }

    @Override
    public Paint getItemPaint(int row, int column) {
        ChartRow bar = (ChartRow) getPlot().getDataset().getColumnKey(column);
        return bar.isHeading() ? Color.WHITE : Peers.colourOf(bar.figure().variant());
    }

    @Override
    public void drawItem(
            Graphics2D graphics,
            CategoryItemRendererState state,
            Rectangle2D area,
            CategoryPlot plot,
            CategoryAxis names,
            ValueAxis values,
            CategoryDataset data,
            int row,
            int column,
            int pass) {
        super.drawItem(graphics, state, area, plot, names, values, data, row, column, pass);
        ChartRow bar = (ChartRow) data.getColumnKey(column);
        if (bar.isHeading()) {
            return;
        }
        double middle = names.getCategoryMiddle(column, data.getColumnCount(), area, plot.getDomainAxisEdge());
        if (bar.figure().isFermata()) {
            double beginning = values.valueToJava2D(0, area, plot.getRangeAxisEdge());
            graphics.setPaint(getItemPaint(row, column));
            graphics.fill(beginningOf(beginning, middle, state.getBarWidth()));
        }
        if (bar.figure().error() != null) {
            graphics.setPaint(Color.BLACK);
            graphics.setStroke(LINE);
            double from = values.valueToJava2D(within(values, bar.logarithmAtError(-1)), area, plot.getRangeAxisEdge());
            double to = values.valueToJava2D(within(values, bar.logarithmAtError(1)), area, plot.getRangeAxisEdge());
            graphics.draw(new Line2D.Double(from, middle, to, middle));
        }
    }

    /** All that there is of the bar of Fermata's best variant. */
    private static Rectangle2D beginningOf(double x, double middle, double width) {
        return new Rectangle2D.Double(x - 2, middle - width / 2, 4, width);
    }

    /** An error that is larger than its figure reaches below zero, which has no logarithm. */
    private static double within(ValueAxis values, double logarithm) {
        return Double.isNaN(logarithm)
                ? values.getLowerBound()
                : values.getRange().constrain(logarithm);
    }
}
