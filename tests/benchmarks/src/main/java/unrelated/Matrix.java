package unrelated;

import java.util.Arrays;

/** A pattern: arithmetic in nested loops. */
public class Matrix {
    private static final double EPSILON = 1e-9;

    private final int rows;
    private final int columns;
    private final double[] cells;

    /** Makes one full of zeros. */
    public Matrix(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        this.cells = new double[rows * columns];
    }

    /** One cell. */
    public double at(int row, int column) {
        return cells[row * columns + column];
    }

    /** Changes one cell. */
    public void put(int row, int column, double value) {
        cells[row * columns + column] = value;
    }

    /** The product with another. */
    public Matrix times(Matrix other) {
        if (columns != other.rows) {
            throw new IllegalArgumentException("cannot multiply " + this + " by " + other);
        }
        Matrix product = new Matrix(rows, other.columns);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < other.columns; j++) {
                double sum = 0;
                for (int k = 0; k < columns; k++) {
                    sum += at(i, k) * other.at(k, j);
                }
                product.put(i, j, Math.abs(sum) < EPSILON ? 0 : sum);
            }
        }
        return product;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Matrix
                && ((Matrix) other).columns == columns
                && Arrays.equals(((Matrix) other).cells, cells);
    }

    @Override
    public int hashCode() {
        return 31 * columns + Arrays.hashCode(cells);
    }

    @Override
    public String toString() {
        return rows + " by " + columns + " matrix";
    }
}
