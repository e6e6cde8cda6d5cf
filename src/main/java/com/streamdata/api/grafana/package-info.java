/**
 * Grafana's API: a foreign language translated onto our services. What it supports and where it
 * deviates stands in its README.
 */
@NullMarked
package com.streamdata.api.grafana;

import org.jspecify.annotations.NullMarked;
