import { AuditLogConfig, type AuditLogConfigProps } from '../../../../lib/cloud/google/operations/audit-log-config';
import { googleStack, only, PROJECT, resources } from '../synth';

const TYPE = 'google_project_iam_audit_config';

function config(services?: AuditLogConfigProps['services']) {
  const stack = googleStack();
  new AuditLogConfig(stack, 'audit', { project: PROJECT, services });
  return stack;
}

describe('AuditLogConfig', () => {
  test('logs the use of keys and secrets, and changes of images and of the cluster', () => {
    const logged = Object.values(resources(config(), TYPE)).map(({ service, audit_log_config: kinds }) => [
      service,
      (kinds as readonly { readonly log_type: string }[]).map(({ log_type }) => log_type).join(' '),
    ]);
    expect(Object.fromEntries(logged)).toMatchInlineSnapshot(`
      {
        "artifactregistry.googleapis.com": "ADMIN_READ DATA_WRITE",
        "cloudkms.googleapis.com": "ADMIN_READ DATA_READ DATA_WRITE",
        "container.googleapis.com": "ADMIN_READ DATA_WRITE",
        "secretmanager.googleapis.com": "ADMIN_READ DATA_READ DATA_WRITE",
      }
    `);
  });

  test('logs what it is told, but for exempted members, in any order', () => {
    const stack = config({
      allServices: {
        logTypes: ['DATA_WRITE', 'DATA_READ', 'DATA_READ'],
        exemptedMembers: ['user:b@example.com', 'user:a@example.com'],
      },
    });
    const exempted = ['user:a@example.com', 'user:b@example.com'];
    expect(only(stack, TYPE)).toEqual({
      project: PROJECT,
      service: 'allServices',
      audit_log_config: [
        { log_type: 'DATA_READ', exempted_members: exempted },
        { log_type: 'DATA_WRITE', exempted_members: exempted },
      ],
    });
  });

  test('refuses services, kinds and members that are none', () => {
    expect(() =>
      config({
        container: {},
        'cloudkms.googleapis.com': { logTypes: [], exemptedMembers: ['allUsers', 'ci'] },
      }),
    ).toThrow(
      [
        "test/audit: 'services' must name APIs such as container.googleapis.com, or allServices, got 'container'",
        "test/audit: 'services.cloudkms.googleapis.com.logTypes' must name one kind at least, got []",
        "test/audit: 'services.cloudkms.googleapis.com.exemptedMembers' must not be everyone, got 'allUsers'; name a group",
        "test/audit: 'services.cloudkms.googleapis.com.exemptedMembers' must hold IAM members such as group:platform@example.com, got 'ci'",
      ].join('\n'),
    );
  });
});
