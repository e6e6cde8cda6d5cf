@NullMarked
package com.streamdata.source.folder;

import org.jspecify.annotations.NullMarked;
