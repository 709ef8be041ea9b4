import { Certificate, type CertificateProps } from '../../../../lib/cloud/aws/edge/certificate';
import { build, type Output, synth } from '../harness';
import { ZONE } from './zones';

const PROPS = { zone: ZONE, domainName: 'example.com' };

function certificate(props: Partial<CertificateProps> = {}): Output {
  return synth((stack) => new Certificate(stack, 'certificate', { ...PROPS, ...props }));
}

function refused(props: Partial<CertificateProps>): () => void {
  return build((stack) => new Certificate(stack, 'certificate', { ...PROPS, ...props }));
}

describe('Certificate', () => {
  test('has a key of an elliptic curve, is in public logs, and stays until there is another', () => {
    expect(certificate().one('aws_acm_certificate')).toMatchInlineSnapshot(`
      {
        "domain_name": "example.com",
        "key_algorithm": "EC_prime256v1",
        "lifecycle": {
          "create_before_destroy": true,
        },
        "options": {
          "certificate_transparency_logging_preference": "ENABLED",
        },
        "validation_method": "DNS",
      }
    `);
  });

  test('is proved by one record for a domain and its wildcard', () => {
    const output = certificate({
      domainName: '*.example.com',
      subjectAlternativeNames: ['example.com', 'a.b.example.com'],
    });
    expect(output.one('aws_acm_certificate')).toMatchObject({
      domain_name: '*.example.com',
      subject_alternative_names: ['a.b.example.com', 'example.com'],
    });
    expect(Object.keys(output.all('aws_route53_record'))).toHaveLength(2);
    const record = output.one('aws_route53_record', 'certificate_proof-examplecom');
    expect(record['name']).toMatch(
      /^\$\{one\(\[for proof in aws_acm_certificate\.certificate_[0-9A-F]+\.domain_validation_options : proof\.resource_record_name if proof\.domain_name == "\*\.example\.com"\]\)\}$/,
    );
    expect(record).toMatchObject({ ttl: 300, zone_id: 'Z0123456789ABCDEFGHIJ' });
  });

  test('is of use once the proofs are there', () => {
    const output = certificate();
    expect(output.one('aws_acm_certificate_validation')['validation_record_fqdns']).toEqual([
      expect.stringContaining('aws_route53_record.certificate_proof-examplecom'),
    ]);
  });

  test('leaves proofs be that another certificate has put into the zone', () => {
    const output = certificate({ validationRecords: false });
    expect(output.all('aws_route53_record')).toEqual({});
    expect(output.one('aws_acm_certificate_validation')).not.toHaveProperty('validation_record_fqdns');
  });

  test('has a key of another kind, and is in no logs, as it is told', () => {
    expect(
      certificate({ keyAlgorithm: 'RSA_2048', transparencyLogging: false }).one('aws_acm_certificate'),
    ).toMatchObject({
      key_algorithm: 'RSA_2048',
      options: { certificate_transparency_logging_preference: 'DISABLED' },
    });
    expect(certificate({ transparencyLogging: true }).one('aws_acm_certificate')).toMatchObject({
      options: { certificate_transparency_logging_preference: 'ENABLED' },
    });
  });

  test('refuses hosts of other zones, and what is no host', () => {
    expect(refused({ domainName: 'example.org', subjectAlternativeNames: ['WWW.example.com'] })).toThrow(
      [
        "stack/certificate: 'domainName' must be within the zone of example.com, got 'example.org'",
        "stack/certificate: 'subjectAlternativeNames' must be a lower-case host name such as www.example.com or *.example.com, got 'WWW.example.com'",
      ].join('\n'),
    );
  });

  test('refuses a first host that is too long', () => {
    const domainName = `${'a'.repeat(60)}.example.com`;
    expect(refused({ domainName })).toThrow(
      `'domainName' must be up to 64 characters, got '${domainName}'; name a shorter host first, and this one among subjectAlternativeNames`,
    );
  });

  test('refuses more hosts than AWS takes, which it may be asked to raise', () => {
    const subjectAlternativeNames = Array.from({ length: 10 }, (_, index) => `h${index}.example.com`);
    expect(refused({ subjectAlternativeNames })).toThrow(
      "'subjectAlternativeNames' must make 10 hosts at most, got 11; use a wildcard or several certificates, or say in maxNames what AWS has raised the quota to",
    );
    expect(refused({ subjectAlternativeNames, maxNames: 11 })).not.toThrow();
    expect(refused({ maxNames: 101 })).toThrow("'maxNames' must be a whole number from 1 to 100, got 101");
  });
});
