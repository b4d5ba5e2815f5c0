package io.evenkeel.simulator.demo;

import io.evenkeel.simulator.api.ApiFailure;
import io.evenkeel.simulator.api.CentralApi;

/** Brings what the charge points do and what the central system says together on the screen. */
public final class Show {
  private final CentralApi api;
  private final DemoRun run;
  private final Screen screen;
  private boolean apiGone;

  public Show(CentralApi api, DemoRun run, Screen screen) {
    this.api = api;
    this.run = run;
    this.screen = screen;
  }

  /** Draws how it is now; the charge points alone when the API does not answer. */
  public void draw() {
    screen.picture(Picture.lines(DemoSite.places(), run.connectors(), run.online(), status()));
  }

  private SiteStatus status() {
    try {
      var status = SiteStatus.of(api.get("/api/sites/" + DemoSite.ID + "/status"));
      if (apiGone) {
        apiGone = false;
        screen.news("the API answers again");
      }
      return status;
    } catch (ApiFailure failure) {
      if (!apiGone) {
        apiGone = true;
        screen.news("the API does not answer: " + failure.getMessage());
      }
      return SiteStatus.UNKNOWN;
    }
  }
}
