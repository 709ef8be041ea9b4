import {
  RegistryReplication,
  type RegistryReplicationProps,
} from '../../../../lib/cloud/aws/registry/registry-replication';
import { build, PLACE, synth } from '../harness';

const destinations = [{ region: 'eu-west-1' }];

function replication(more: Partial<RegistryReplicationProps> = {}): unknown {
  const output = synth((stack) => new RegistryReplication(stack, 'copies', { ...PLACE, destinations, ...more }));
  return output.one('aws_ecr_replication_configuration').replication_configuration;
}

function refused(more: Partial<RegistryReplicationProps>): () => void {
  return build((stack) => new RegistryReplication(stack, 'copies', { ...PLACE, destinations, ...more }));
}

describe('RegistryReplication', () => {
  test('copies every repository to another region of the account', () => {
    expect(replication()).toMatchInlineSnapshot(`
      {
        "rule": [
          {
            "destination": [
              {
                "region": "eu-west-1",
                "registry_id": "111122223333",
              },
            ],
            "repository_filter": [],
          },
        ],
      }
    `);
  });

  test('copies only what is named, in an order that does not depend on theirs', () => {
    const places = [{ region: 'eu-west-1', account: '444455556666' }, { region: 'ap-southeast-1' }];
    expect(replication({ destinations: places, repositoryPrefixes: ['bb/', 'aa'] })).toEqual({
      rule: [
        {
          destination: [
            { region: 'ap-southeast-1', registry_id: '111122223333' },
            { region: 'eu-west-1', registry_id: '444455556666' },
          ],
          repository_filter: [
            { filter: 'aa', filter_type: 'PREFIX_MATCH' },
            { filter: 'bb/', filter_type: 'PREFIX_MATCH' },
          ],
        },
      ],
    });
  });

  test('copies to one registry more than to another', () => {
    const places = [{ region: 'eu-west-1', repositoryPrefixes: ['aa'] }, { region: 'us-west-2' }];
    expect(replication({ destinations: places })).toMatchObject({
      rule: [
        { destination: [{ region: 'eu-west-1' }], repository_filter: [{ filter: 'aa' }] },
        { destination: [{ region: 'us-west-2' }], repository_filter: [] },
      ],
    });
  });

  test('refuses to copy nowhere, and to 26 registries', () => {
    expect(refused({ destinations: [] })).toThrow("stack/copies: 'destinations' must name 1 to 25 registries, got 0");
    const many = Array.from({ length: 26 }, (_, index) => ({
      region: 'eu-west-1',
      account: `${444455550000 + index}`,
    }));
    expect(refused({ destinations: many })).toThrow("'destinations' must name 1 to 25 registries, got 26");
  });

  test('refuses the registry itself, and one named twice', () => {
    const twice = [{ region: 'us-east-1' }, { region: 'eu-west-1' }, { region: 'eu-west-1', account: '111122223333' }];
    expect(refused({ destinations: twice })).toThrow(
      "stack/copies: 'destinations' must not name the registry itself, got 'us-east-1 111122223333'\n" +
        "stack/copies: 'destinations' must name each registry once, got 'eu-west-1 111122223333'",
    );
  });

  test('refuses more than ten lists of prefixes', () => {
    const many = Array.from({ length: 11 }, (_, index) => ({
      ...{ region: 'eu-west-1', account: `${444455550000 + index}` },
      repositoryPrefixes: [`a${index}`],
    }));
    expect(refused({ destinations: many })).toThrow(
      "'destinations' must name 10 different lists of repositoryPrefixes at most, got 11",
    );
  });

  test('refuses regions, accounts and prefixes that are none, all at once', () => {
    expect(
      refused({
        account: '1',
        destinations: [{ region: 'Ireland', account: '2', repositoryPrefixes: ['ROOT'] }],
        repositoryPrefixes: [],
      }),
    ).toThrow(
      [
        "stack/copies: 'account' must be the number of an account, 12 digits, got '1'",
        "stack/copies: 'repositoryPrefixes' must name 1 to 100 prefixes, got []; leave it out to mean all",
        "stack/copies: 'destinations.region' must be a region such as eu-west-1, got 'Ireland'",
        "stack/copies: 'destinations.account' must be the number of an account, 12 digits, got '2'",
        "stack/copies: 'destinations.repositoryPrefixes' must not be ROOT, got 'ROOT'; leave it out to mean all",
      ].join('\n'),
    );
    expect(refused({ repositoryPrefixes: ['A'] })).toThrow("'repositoryPrefixes' must be lower-case letters");
  });
});
