package io.evenkeel.auth.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Map;

/**
 * The key pair with which this installation signs and verifies its own tokens. To be asked for
 * before Quarkus starts; its {@link #configuration()} goes to every service.
 *
 * @param privateKeyFile PEM, PKCS#8; readable by its owner only. Of use to auth-service alone
 * @param publicKey base64 of the DER form (X.509 SubjectPublicKeyInfo)
 */
public record LocalIdentity(Path privateKeyFile, String publicKey) {

  /** Who is named as the issuer of tokens. */
  public static final String ISSUER = "evenkeel";

  /** The file's name in the data directory. */
  public static final String FILE = "identity-key.pem";

  private static final int RSA_BITS = 2048;
  private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String END = "-----END PRIVATE KEY-----";

  /**
   * The identity that lives in {@code dataDirectory}, made on first use. Two processes that start
   * at once get the same one.
   *
   * @throws UncheckedIOException when the directory cannot be read or written
   * @throws IllegalStateException when the file there is no RSA private key
   */
  public static LocalIdentity in(Path dataDirectory) {
    Path file = dataDirectory.resolve(FILE).toAbsolutePath();
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(dataDirectory);
        generate(file);
      }
    } catch (IOException cause) {
      throw new UncheckedIOException("Cannot write the identity key " + file, cause);
    }
    return new LocalIdentity(file, publicKeyOf(privateKey(file)));
  }

  /** The configuration that makes services verify, and auth-service sign, with this identity. */
  public Map<String, String> configuration() {
    return Map.of(
        "evenkeel.identity.private-key-file", privateKeyFile.toString(),
        "evenkeel.identity.public-key", publicKey,
        "evenkeel.identity.issuer", ISSUER);
  }

  /**
   * Reads a private key as {@link #in} writes it.
   *
   * @throws UncheckedIOException when the file cannot be read
   * @throws IllegalStateException when it holds no RSA private key in PEM, PKCS#8
   */
  public static PrivateKey privateKey(Path file) {
    try {
      String pem = Files.readString(file, StandardCharsets.US_ASCII);
      String body = pem.replace(BEGIN, "").replace(END, "");
      byte[] der = Base64.getMimeDecoder().decode(body);
      return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
    } catch (IOException cause) {
      throw new UncheckedIOException("Cannot read the identity key " + file, cause);
    } catch (GeneralSecurityException | IllegalArgumentException cause) {
      throw new IllegalStateException(
          file
              + " holds no RSA private key (PEM, PKCS#8). Restore it, or remove it to get a new one",
          cause);
    }
  }

  private static String publicKeyOf(PrivateKey key) {
    if (!(key instanceof RSAPrivateCrtKey rsa)) {
      throw new IllegalStateException("The identity key does not say its public half");
    }
    try {
      RSAPublicKeySpec spec = new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent());
      byte[] der = KeyFactory.getInstance("RSA").generatePublic(spec).getEncoded();
      return Base64.getEncoder().encodeToString(der);
    } catch (GeneralSecurityException cause) {
      throw new IllegalStateException("This Java has no RSA", cause);
    }
  }

  /** Complete before it has its name, so that nobody ever reads half a key. */
  private static void generate(Path file) throws IOException {
    Path draft =
        Files.createTempFile(
            file.getParent(),
            FILE,
            ".draft",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      Files.writeString(draft, pem(newKey()), StandardCharsets.US_ASCII);
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException anotherProcessWasFirst) {
      // its key is as good as ours
    } finally {
      Files.delete(draft);
    }
  }

  private static PrivateKey newKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(RSA_BITS);
      return generator.generateKeyPair().getPrivate();
    } catch (GeneralSecurityException cause) {
      throw new IllegalStateException("This Java has no RSA", cause);
    }
  }

  private static String pem(PrivateKey key) {
    byte[] lineEnd = {'\n'};
    String body = Base64.getMimeEncoder(64, lineEnd).encodeToString(key.getEncoded());
    return BEGIN + "\n" + body + "\n" + END + "\n";
  }
}
