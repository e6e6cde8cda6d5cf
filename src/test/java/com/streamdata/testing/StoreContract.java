package com.streamdata.testing;

import com.streamdata.db.Database;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs every test of a store on SQLite and on PostgreSQL, each with a fresh database. */
@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
public abstract class StoreContract {
  @Parameter protected TestDatabase.@Nullable Kind kind;
  private @Nullable TestDatabase opened;

  @BeforeEach
  final void open() {
    opened = TestDatabase.fresh(Objects.requireNonNull(kind));
  }

  @AfterEach
  final void close() {
    if (opened != null) {
      opened.close();
    }
  }

  protected final TestDatabase opened() {
    return Objects.requireNonNull(opened);
  }

  protected final Database database() {
    return opened().database();
  }
}
