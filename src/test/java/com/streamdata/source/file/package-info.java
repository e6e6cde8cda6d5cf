@NullMarked
package com.streamdata.source.file;

import org.jspecify.annotations.NullMarked;
