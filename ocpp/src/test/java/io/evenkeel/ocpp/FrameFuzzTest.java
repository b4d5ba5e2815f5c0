package io.evenkeel.ocpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Nothing that a peer sends gets an exception out of the decoder. */
class FrameFuzzTest {
  private static final String JSON_CHARACTERS = "[]{}\",:0123456789eE.+-truefalsn\\u \n";

  @Test
  void randomBytesNeverThrow() {
    long seed = Seed.next();
    var random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      var bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);
      decode(new String(bytes, StandardCharsets.UTF_8), seed);
    }
  }

  @Test
  void randomJsonCharactersNeverThrow() {
    long seed = Seed.next();
    var random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      decode("[2,\"id\",\"StopTransaction\"," + noise(random, random.nextInt(40)), seed);
      decode("[" + noise(random, random.nextInt(40)), seed);
    }
  }

  @Test
  void mutatedFramesNeverThrow() {
    long seed = Seed.next();
    var random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      var frame = new StringBuilder(frame(random));
      for (int times = 1 + random.nextInt(4); times > 0 && !frame.isEmpty(); times--) {
        int from = random.nextInt(frame.length());
        int to = Math.min(frame.length(), from + random.nextInt(4));
        frame.replace(from, to, noise(random, random.nextInt(4)));
      }
      decode(frame.toString(), seed);
    }
  }

  @Test
  void aTruncatedCallIsUnreadableUntilItsIdIsThereAndMisformedFromThenOn() {
    long seed = Seed.next();
    var random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      var action = Action.values()[random.nextInt(Action.values().length)];
      var payload = new PayloadGenerator(random.nextLong()).payload(action.requestShape());
      var frame = "[2,\"id\",\"" + action + "\"," + payload + "]";
      int idEnds = "[2,\"id\"".length();
      for (int length = 0; length < Math.min(frame.length(), 2_000); length++) {
        var decoded = Side.callerOf(action).read(frame.substring(0, length), id -> null);
        if (length < idEnds) {
          assertInstanceOf(Decoded.Unreadable.class, decoded, Seed.says(seed));
        } else {
          var bad = assertInstanceOf(Decoded.BadCall.class, decoded, Seed.says(seed));
          assertEquals("id", bad.messageId(), Seed.says(seed));
          assertEquals(ErrorCode.FormationViolation, bad.code(), Seed.says(seed));
        }
      }
    }
  }

  @Test
  void aDeepNestIsNotAStackOverflow() {
    for (var nest : new String[] {"[", "{\"a\":"}) {
      decode(nest.repeat(200_000), 0);
      decode("[2,\"id\",\"Heartbeat\",{\"a\":" + nest.repeat(200_000), 0);
      decode("[4,\"id\",\"a\",\"b\",{\"a\":" + nest.repeat(200_000), 0);
    }
  }

  private static String frame(Random random) {
    var action = Action.values()[random.nextInt(Action.values().length)];
    var generator = new PayloadGenerator(random.nextLong());
    return switch (random.nextInt(3)) {
      case 0 -> "[2,\"id\",\"" + action + "\"," + generator.payload(action.requestShape()) + "]";
      case 1 -> "[3,\"id\"," + generator.payload(Action.GetConfiguration.responseShape()) + "]";
      default -> Codec.error("id", ErrorCode.GenericError, "why");
    };
  }

  private static String noise(Random random, int length) {
    var out = new StringBuilder();
    for (int i = 0; i < length; i++) {
      out.append(JSON_CHARACTERS.charAt(random.nextInt(JSON_CHARACTERS.length())));
    }
    return out.toString();
  }

  private static void decode(String frame, long seed) {
    try {
      for (var side : Side.values()) {
        assertNotNull(side.read(frame, messageId -> Action.GetConfiguration));
      }
      Codec.decodeRequest(Action.SetChargingProfile, frame);
    } catch (InvalidPayload expected) {
      assertNotNull(expected.code());
    } catch (RuntimeException escaped) {
      throw new AssertionError("on " + frame + ": " + Seed.says(seed), escaped);
    }
  }
}
