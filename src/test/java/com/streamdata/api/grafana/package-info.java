@NullMarked
package com.streamdata.api.grafana;

import org.jspecify.annotations.NullMarked;
