package io.evenkeel.smartcharging.domain.control;

import io.evenkeel.smartcharging.domain.profile.Form;
import io.evenkeel.smartcharging.domain.safety.Change;
import java.util.List;

/**
 * How often a connector's limits were refused, and so the form in which they are written now.
 *
 * @param defaultRejections of the default, one for each form that was tried
 * @param txRejections of the transaction's limit
 */
record Forms(int defaultRejections, int txRejections) {

  static final Forms UNTRIED = new Forms(0, 0);

  /**
   * A transaction's limit may be refused because the transaction just ended: once is no refusal.
   */
  private static final int TX_REJECTIONS_PER_FORM = 2;

  Forms defaultRejected() {
    return new Forms(defaultRejections + 1, txRejections);
  }

  Forms txRejected() {
    return new Forms(defaultRejections, txRejections + 1);
  }

  /** Another transaction begins. */
  Forms txUntried() {
    return new Forms(defaultRejections, 0);
  }

  /** Whether it is written as it is tried first. */
  boolean isFirst(Change change) {
    return switch (change) {
      case Change.OfDefault _ -> defaultRejections == 0;
      case Change.OfTransaction _ -> txForm() == 0;
    };
  }

  /** How a change is written, as far as is known what the charger takes. */
  Form of(Change change, ChargePointState chargePoint) {
    return switch (change) {
      case Change.OfDefault _ -> at(chargePoint.forms(), defaultRejections);
      case Change.OfTransaction _ -> at(txForms(chargePoint), txForm());
    };
  }

  /** There is no way left to write a default. */
  boolean noneForDefault(ChargePointState chargePoint) {
    return defaultRejections >= chargePoint.forms().size();
  }

  /** There is no way, or none left, to write a transaction's limit. */
  boolean noneForTx(ChargePointState chargePoint) {
    return txForm() >= txForms(chargePoint).size()
        || !chargePoint.stands().acceptsTxProfile()
        || !chargePoint.holdsTransactionProfiles();
  }

  private int txForm() {
    return txRejections / TX_REJECTIONS_PER_FORM;
  }

  private List<Form> txForms(ChargePointState chargePoint) {
    return at(chargePoint.forms(), defaultRejections).ofTransaction(chargePoint.stands());
  }

  private static Form at(List<Form> forms, int tried) {
    return forms.get(Math.min(tried, forms.size() - 1));
  }
}
