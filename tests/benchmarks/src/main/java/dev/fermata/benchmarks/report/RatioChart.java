package dev.fermata.benchmarks.report;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.intermediate.CommandSequence;
import de.erichseifert.vectorgraphics2d.svg.SVGProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.category.DefaultCategoryDataset;

/**
 * Bars that begin at Fermata's figure: those to the right cost more, those to the left less, on a logarithmic scale. There
 * is a bar for each variant that has Fermata beside it, below the name of the work; a line shows the error.
 */
public final class RatioChart {
    private static final int WIDTH = 900;
    private static final int HEIGHT_OF_ROW = 17;
    private static final int HEIGHT_OF_THE_REST = 80;
    private static final Font TEXT = new Font(Font.DIALOG, Font.PLAIN, 11);
    private static final Font HEADING = new Font(Font.DIALOG, Font.BOLD, 11);

    private final DefaultCategoryDataset bars = new DefaultCategoryDataset();
    private final CategoryAxis names = new CategoryAxis();

    private RatioChart(List<Figure> figures) {
        Map<String, List<Figure>> works = Comparison.byWork(figures);
        works.forEach((work, variants) -> {
            List<Figure> comparable = variants.stream()
                    .filter(figure -> figure.toFermata() != null)
                    .toList();
            if (comparable.size() > 1) {
                add(ChartRow.heading(work));
                comparable.forEach(figure -> add(ChartRow.of(figure)));
            }
        });
        names.setTickLabelFont(TEXT);
        names.setMaximumCategoryLabelWidthRatio(0.5f);
        names.setCategoryMargin(0.15);
        names.setLowerMargin(0);
        names.setUpperMargin(0);
        names.setTickMarksVisible(false);
    }

    /**
     * Paints.
     *
     * @param title what stands above
     * @param figures compared figures, of any works
     * @return an SVG document, or an empty text if there is nothing to compare
     */
    public static String svg(String title, List<Figure> figures) {
        RatioChart chart = new RatioChart(figures);
        return chart.bars.getColumnCount() == 0 ? "" : chart.paint(title);
    }

    private void add(ChartRow row) {
        bars.addValue(row.logarithm(), "", row);
        names.setTickLabelFont(row, row.isBold() ? HEADING : TEXT);
    }

    private String paint(String title) {
        CategoryPlot plot = new CategoryPlot(bars, names, ratios(), new BarWithError());
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeAxisLocation(AxisLocation.TOP_OR_LEFT);
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlineVisible(false);
        plot.setRangeGridlinePaint(new Color(0xDDDDDD));
        plot.setRangeZeroBaselineVisible(true);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        JFreeChart chart = new JFreeChart(title, HEADING.deriveFont(15f), plot, false);
        chart.setBackgroundPaint(Color.WHITE); // the page behind may be dark
        int height = HEIGHT_OF_THE_REST + HEIGHT_OF_ROW * bars.getColumnCount();
        VectorGraphics2D graphics = new VectorGraphics2D();
        chart.draw(graphics, new Rectangle2D.Double(0, 0, WIDTH, height));
        return document(graphics.getCommands(), height);
    }

    private static NumberAxis ratios() {
        NumberAxis axis = new RatioAxis("times Fermata's figure (less is better)");
        axis.setLabelFont(TEXT);
        axis.setTickLabelFont(TEXT);
        axis.setLowerMargin(0.1);
        axis.setUpperMargin(0.1);
        return axis;
    }

    /** Names fonts that are as wide as the one that the labels were measured in. */
    private static String document(CommandSequence commands, int height) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new SVGProcessor()
                    .getDocument(commands, new PageSize(0, 0, WIDTH, height))
                    .writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.UTF_8)
                .replaceFirst("<svg ", "<svg font-family=\"DejaVu Sans, Verdana, sans-serif\" ")
                .replace("\r\n", "\n");
    }
}
