package io.evenkeel.smartcharging.api;

import io.quarkus.security.ForbiddenException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.Response;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import org.jspecify.annotations.Nullable;

/**
 * 403 as a problem document that says which role it takes. Every service has the same; in one
 * process any of them may answer.
 */
class Forbidden {

  /** That of resteasy-problem 3.21.0 is registered one before {@code AUTHENTICATION}. */
  private static final int BEFORE_THE_LIBRARYS = Priorities.AUTHENTICATION - 2;

  @ServerExceptionMapper(priority = BEFORE_THE_LIBRARYS)
  Response forbidden(ForbiddenException cause, SimpleResourceInfo asked) {
    RolesAllowed allowed = allowed(asked);
    String detail =
        allowed == null
            ? "Your roles do not allow this"
            : (allowed.value().length == 1
                    ? "This takes the role "
                    : "This takes one of the roles ")
                + String.join(", ", allowed.value());
    return Problems.forbidden(detail).toResponse();
  }

  /** What the method says, else what its class says. */
  private static @Nullable RolesAllowed allowed(SimpleResourceInfo asked) {
    @Nullable Class<?> type = asked.getResourceClass();
    if (type == null) {
      return null; // refused before it was known who is asked
    }
    return Stream.of(type.getMethods())
        .filter(method -> method.getName().equals(asked.getMethodName()))
        .filter(method -> method.isAnnotationPresent(RolesAllowed.class))
        .map(method -> method.getAnnotation(RolesAllowed.class))
        .findFirst()
        .orElseGet(() -> type.getAnnotation(RolesAllowed.class));
  }
}
