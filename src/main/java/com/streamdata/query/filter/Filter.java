package com.streamdata.query.filter;

import com.streamdata.error.Checks;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the rows whose column compares in a certain way; several filters must all hold.
 *
 * @param value one value, a list for {@code in}, a list of two for {@code between}, null for {@code
 *     is_null} and {@code not_null}
 */
public record Filter(String column, FilterOp op, @Nullable FilterValue value) {
  public Filter {
    Checks.require(
        value != null || !op.needsValue(), "value", "is missing: " + op.wireName() + " needs one");
    Checks.require(
        value == null || op.needsValue(), "value", "must be left out with " + op.wireName());
    Checks.require(
        value == null || value.isList() == op.needsList(),
        "value",
        op.needsList() ? "must be a list" : "must be one value, not a list");
    Checks.require(
        value == null || op != FilterOp.BETWEEN || value.literals().size() == 2,
        "value",
        "must be a list of two values, the lowest and the highest");
  }
}
