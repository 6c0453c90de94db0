import { createHash, X509Certificate } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createCA, createCert } from 'mkcert';

export interface Certificate {
  readonly key: string;
  readonly cert: string;
  /** The machine trusts it already: Microsoft's development certificate, installed by the user. */
  readonly trusted: boolean;
  /** Base64 SHA-256 of the public key: what Chrome takes to accept this one certificate unasked. */
  readonly publicKeyHash: string;
}

const VALID_DAYS = 365;

async function readPair(folder: string, name: string): Promise<{ key: string; cert: string } | null> {
  try {
    const [key, cert] = await Promise.all([readFile(path.join(folder, `${name}.key`), 'utf8'), readFile(path.join(folder, `${name}.crt`), 'utf8')]);
    return new Date(new X509Certificate(cert).validTo).getTime() > Date.now() + 86_400_000 ? { key, cert } : null;
  } catch {
    return null;
  }
}

/**
 * A certificate for https://localhost: the one that `npx office-addin-dev-certs install` made
 * trusted, else our own, made once and kept in `cache`.
 */
export async function localhostCertificate(cache: string): Promise<Certificate> {
  const describe = (pair: { key: string; cert: string }, trusted: boolean): Certificate => ({
    ...pair,
    trusted,
    publicKeyHash: createHash('sha256').update(new X509Certificate(pair.cert).publicKey.export({ type: 'spki', format: 'der' })).digest('base64'),
  });
  const installed = await readPair(path.join(os.homedir(), '.office-addin-dev-certs'), 'localhost');
  if (installed) return describe(installed, true);
  const kept = await readPair(cache, 'localhost');
  if (kept) return describe(kept, false);
  const authority = await createCA({ organization: 'Plumbline workbench', countryCode: 'US', state: '-', locality: '-', validity: VALID_DAYS });
  const made = await createCert({ ca: authority, domains: ['localhost', '127.0.0.1'], validity: VALID_DAYS });
  await mkdir(cache, { recursive: true });
  await Promise.all([writeFile(path.join(cache, 'localhost.key'), made.key, { mode: 0o600 }), writeFile(path.join(cache, 'localhost.crt'), made.cert)]);
  return describe({ key: made.key, cert: made.cert }, false);
}
