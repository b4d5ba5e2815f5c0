package io.evenkeel.smartcharging.api;

import io.evenkeel.smartcharging.SmartchargingConfig;
import io.evenkeel.smartcharging.document.Answers;
import io.evenkeel.smartcharging.document.ProblemReading;
import io.evenkeel.smartcharging.document.SolutionDocument;
import io.evenkeel.smartcharging.domain.planning.Planner;
import io.evenkeel.smartcharging.domain.problem.Instance;
import io.evenkeel.smartcharging.domain.problem.InstanceRules;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * What if: a problem in ({@code load-tree-instance/1}), its solution out. Nothing is sent to any
 * charger, nothing is stored.
 */
@Path("/api/plans")
@RolesAllowed({"admin", "operator", "site-manager"})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PlanResource {

  /** Some hundred megabytes; larger ones are for the command line. */
  private static final long LARGEST_TABLE = 4_000_000;

  /** As {@link Planner#work} counts: ten seconds of one processor or so. */
  private static final long LONGEST_WORK = 200_000_000;

  private final Semaphore places;
  private final int largestBody;

  PlanResource(SmartchargingConfig config) {
    this.places = new Semaphore(config.questions().atOnce());
    this.largestBody = config.questions().largestBody();
  }

  /**
   * @param task {@code plan}, over the horizon, or {@code instant}, one slot
   * @param slot of the instant allocation
   */
  @POST
  @Blocking
  @Operation(summary = "Solves a load-tree-instance/1; sends nothing to any charger")
  public SolutionDocument post(
      @QueryParam("task") @DefaultValue("plan") String task,
      @QueryParam("slot") @DefaultValue("0") String slot,
      @Context UriInfo uri,
      byte @Nullable [] body) {
    Problems.onlyParameters(uri, "task", "slot");
    if (!task.equals("instant") && uri.getQueryParameters().containsKey("slot")) {
      throw Problems.badRequest(
          "query", "slot", "is for task=instant; a plan is over all slots of the problem");
    }
    return solve(task, slot, body);
  }

  SolutionDocument solve(String task, String slot, byte @Nullable [] body) {
    if (!task.equals("plan") && !task.equals("instant")) {
      throw Problems.badRequest("query", "task", "must be plan or instant, not " + task);
    }
    if (body != null && body.length > largestBody) {
      throw Problems.tooLarge(
          "A problem has %d bytes at most; ./evenkeel plan takes larger ones"
              .formatted(largestBody));
    }
    if (!places.tryAcquire()) {
      throw Problems.unavailable("Others are being answered; try again in some seconds");
    }
    try {
      Instance instance = read(body == null ? new byte[0] : body);
      return task.equals("plan")
          ? plan(instance)
          : Answers.instant(instance, slot(slot, instance.slots()));
    } finally {
      places.release();
    }
  }

  private static SolutionDocument plan(Instance instance) {
    long work = Planner.work(instance);
    if (work > LONGEST_WORK) {
      throw Problems.tooLarge(
          "The squares of the stays' slots, 192 at most of each, are %d together at most, not %d; ./evenkeel plan takes more"
              .formatted(LONGEST_WORK, work));
    }
    return Answers.plan(instance);
  }

  private static Instance read(byte[] body) {
    Instance instance =
        switch (ProblemReading.read(new String(body, StandardCharsets.UTF_8))) {
          case ProblemReading.Result.Read(Instance sound) -> sound;
          case ProblemReading.Result.Refused(var violations) ->
              throw Problems.badRequest("body", violations);
        };
    if (InstanceRules.table(instance) > LARGEST_TABLE) {
      throw Problems.tooLarge(
          "Slots times nodes and sessions are %d at most; ./evenkeel plan takes larger problems"
              .formatted(LARGEST_TABLE));
    }
    return instance;
  }

  private static int slot(String text, int slots) {
    try {
      int slot = Integer.parseInt(text);
      if (slot >= 0 && slot < slots) {
        return slot;
      }
    } catch (NumberFormatException unreadable) {
      // the objection below says it all
    }
    throw Problems.badRequest(
        "query", "slot", "must be a slot of the problem, 0 to %d".formatted(slots - 1));
  }
}
