package io.evenkeel.transaction.service;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks into the database past the service. */
@ApplicationScoped
public class Books {

  private final AgroalDataSource database;

  Books(@DataSource("charging") AgroalDataSource database) {
    this.database = database;
  }

  /** Rows as column name to value. */
  List<Map<String, @Nullable Object>> rows(String sql, Object... parameters) {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      List<Map<String, @Nullable Object>> rows = new ArrayList<>();
      try (var result = statement.executeQuery()) {
        while (result.next()) {
          Map<String, @Nullable Object> row = new LinkedHashMap<>();
          for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
            row.put(result.getMetaData().getColumnLabel(i), result.getObject(i));
          }
          rows.add(row);
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new AssertionError(sql + ": " + e.getMessage(), e);
    }
  }

  long count(String sql, Object... parameters) {
    return ((Number) rows(sql, parameters).getFirst().values().iterator().next()).longValue();
  }

  void execute(String sql) {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(sql + ": " + e.getMessage(), e);
    }
  }
}
