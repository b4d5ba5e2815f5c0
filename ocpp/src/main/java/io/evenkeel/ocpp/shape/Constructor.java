package io.evenkeel.ocpp.shape;

/** The constructors of records by their number of components. */
public final class Constructor {
  private Constructor() {}

  /** Of a record with three components. */
  public interface Three<A, B, C, R> {
    R make(A a, B b, C c);
  }

  /** Of a record with four components. */
  public interface Four<A, B, C, D, R> {
    R make(A a, B b, C c, D d);
  }

  /** Of a record with five components. */
  public interface Five<A, B, C, D, E, R> {
    R make(A a, B b, C c, D d, E e);
  }

  /** Of a record with six components. */
  public interface Six<A, B, C, D, E, F, R> {
    R make(A a, B b, C c, D d, E e, F f);
  }

  /** Of a record with seven components. */
  public interface Seven<A, B, C, D, E, F, G, R> {
    R make(A a, B b, C c, D d, E e, F f, G g);
  }

  /** Of a record with nine components. */
  public interface Nine<A, B, C, D, E, F, G, H, I, R> {
    R make(A a, B b, C c, D d, E e, F f, G g, H h, I i);
  }
}
