/** The shop, talked with over HTTP. */
package dev.fermata.frameworks.spring;
