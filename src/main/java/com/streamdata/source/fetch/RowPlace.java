package com.streamdata.source.fetch;

import java.util.List;

/**
 * Where rows may be in what was fetched.
 *
 * @param path as the settings take it, such as a JSONPath
 * @param rows how many there are
 * @param columns names of the first, without those further in
 */
public record RowPlace(String path, long rows, List<String> columns) {}
