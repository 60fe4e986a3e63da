/**
 * A look at weaving: what became of a suspendable method, and why. {@link dev.fermata.transformer.explain.Explainer} weaves
 * a class as always and describes, from the facts and the plan that the weaving itself used, each suspension point and
 * what is kept there; {@link dev.fermata.transformer.explain.TextReport} and {@link
 * dev.fermata.transformer.explain.HtmlReport} show it. Nothing here runs while classes are woven.
 *
 * <pre>
 *   class file ─ Weaver ─► WovenMethod ─ Explainer ─► ClassView ─► text, HTML
 * </pre>
 */
package dev.fermata.transformer.explain;
