package twin;

public @interface Suspendable {}
