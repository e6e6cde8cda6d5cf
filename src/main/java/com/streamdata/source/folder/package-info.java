/** Folders whose files are read as they appear. */
@NullMarked
package com.streamdata.source.folder;

import org.jspecify.annotations.NullMarked;
