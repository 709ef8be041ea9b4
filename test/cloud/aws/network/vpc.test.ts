import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { Vpc, type VpcProps } from '../../../../lib/cloud/aws/network/vpc';
import { CLUSTER_ENDPOINTS } from '../../../../lib/cloud/aws/network/vpc-endpoint-options';
import { build, type Output, PLACE, synth } from '../harness';

const props: VpcProps = {
  ...PLACE,
  vpcName: 'funlynk',
  cidr: '10.20.0.0/16',
  zones: ['us-east-1a', 'us-east-1b'],
};

interface Made extends Output {
  readonly vpc: Vpc;
}

function network(more: Partial<VpcProps> = {}): Made {
  const made: Vpc[] = [];
  const output = synth((stack) => {
    made.push(new Vpc(stack, 'network', { ...props, ...more }));
  });
  const [vpc] = made;
  if (vpc === undefined) throw new Error('no network was made');
  return { ...output, vpc };
}

function refused(more: Partial<VpcProps>): () => void {
  return build((stack) => new Vpc(stack, 'network', { ...props, ...more }));
}

/** Services of the endpoints of one kind, without region. */
function services(of: Output, type: string): readonly string[] {
  return Object.values(of.all('aws_vpc_endpoint'))
    .filter((endpoint) => endpoint.vpc_endpoint_type === type)
    .map((endpoint) => String(endpoint.service_name).replace('com.amazonaws.us-east-1.', ''));
}

const output = network();
const closed = network({ natGateways: 'none', publicSubnets: false });
const dual = network({ ipFamily: 'dual-stack', endpoints: ['sts'] });

describe('Vpc', () => {
  test('resolves names inside the network', () => {
    expect(output.one('aws_vpc')).toMatchInlineSnapshot(`
      {
        "cidr_block": "10.20.0.0/16",
        "enable_dns_hostnames": true,
        "enable_dns_support": true,
        "tags": {
          "Name": "funlynk",
        },
      }
    `);
  });

  test('has a public, a private and an intra subnet in each zone', () => {
    const subnets = Object.values(output.all('aws_subnet'));
    expect(subnets.map(({ availability_zone, cidr_block }) => [availability_zone, cidr_block])).toEqual([
      ['us-east-1a', '10.20.224.0/26'],
      ['us-east-1b', '10.20.224.64/26'],
      ['us-east-1a', '10.20.0.0/19'],
      ['us-east-1b', '10.20.32.0/19'],
      ['us-east-1a', '10.20.192.0/22'],
      ['us-east-1b', '10.20.196.0/22'],
    ]);
  });

  test('keeps every logical id when a zone is appended', () => {
    const wider = network({ zones: [...props.zones, 'us-east-1c'] });
    expect(wider.all('aws_subnet')).toMatchObject(output.all('aws_subnet'));
  });

  test('closes what AWS makes by itself: the default security group and the default route table', () => {
    expect(output.one('aws_default_security_group')).toMatchObject({ ingress: [], egress: [] });
    expect(output.one('aws_default_route_table').route).toEqual([]);
  });

  test('leads nodes out and reaches S3 without leaving the network, and nothing else', () => {
    expect(Object.keys(output.all('aws_nat_gateway'))).toHaveLength(2);
    expect([services(output, 'Gateway'), services(output, 'Interface')]).toEqual([['s3'], []]);
    expect(output.one('aws_vpc_endpoint', 'network_S3Endpoint').route_table_ids).toHaveLength(4);
  });

  test('says what the cluster needs to know of it', () => {
    const { vpc } = output;
    const counts = [vpc.publicSubnetIds, vpc.privateSubnetIds, vpc.intraSubnetIds, vpc.podSubnetIds, vpc.natPublicIps];
    expect([vpc.ipFamily, ...counts.map((list) => list.length)]).toEqual(['ipv4', 2, 2, 2, 0, 2]);
  });

  test('makes nodes wait for every route and every endpoint', () => {
    expect([output.vpc.egress.length, dual.vpc.egress.length]).toEqual([2 + 2 + 1, 4 + 4 + 1 + 1]);
  });

  test('records all connections in CloudWatch, those refused alone, or none', () => {
    const traffic = (flowLogs: 'reject' | 'off'): unknown[] =>
      Object.values(network({ flowLogs }).all('aws_flow_log')).map((log) => log.traffic_type);
    expect([output.one('aws_flow_log').traffic_type, traffic('reject'), traffic('off')]).toEqual([
      'ALL',
      ['REJECT'],
      [],
    ]);
  });

  test('keeps and encrypts flow logs as told', () => {
    const kept = network({ flowLogRetentionDays: 30, flowLogKmsKeyArn: 'arn:aws:kms:us-east-1:111122223333:key/a' });
    expect(kept.one('aws_cloudwatch_log_group')).toMatchObject({
      retention_in_days: 30,
      kms_key_id: 'arn:aws:kms:us-east-1:111122223333:key/a',
    });
  });

  test('sends flow logs to a bucket where one is named', () => {
    const flowLogBucketArn = 'arn:aws:s3:::funlynk-flow-logs';
    expect(network({ flowLogBucketArn }).one('aws_flow_log').log_destination).toBe(flowLogBucketArn);
  });
});

describe('Vpc without NAT gateways', () => {
  test('has an endpoint for everything that a cluster calls, in the private subnets', () => {
    expect(services(closed, 'Interface').toSorted()).toEqual([...CLUSTER_ENDPOINTS]);
    expect(closed.one('aws_vpc_endpoint', 'network_Endpoints_sts').subnet_ids).toEqual(
      ['a', 'b'].map((letter): unknown => expect.stringContaining(`private-us-east-1${letter}`)),
    );
  });

  test('has nothing that leads to the internet without public subnets', () => {
    expect([closed.all('aws_internet_gateway'), closed.all('aws_route'), closed.vpc.publicSubnetIds]).toEqual([
      {},
      {},
      [],
    ]);
  });

  test('keeps to the endpoints that are named', () => {
    const told = network({ natGateways: 'none', endpoints: ['ecr.api', 'ecr.dkr', 'sts'] });
    expect(services(told, 'Interface')).toEqual(['ecr.api', 'ecr.dkr', 'sts']);
  });
});

describe('Vpc with dual stack', () => {
  test('has a range of Amazon’s, and hands its addresses out in every subnet', () => {
    expect(dual.one('aws_vpc').assign_generated_ipv6_cidr_block).toBe(true);
    const subnets = Object.values(dual.all('aws_subnet'));
    expect(subnets.filter((subnet) => subnet.assign_ipv6_address_on_creation === true)).toHaveLength(6);
  });

  test('gives a cluster IPv6, since EKS has pods of one family', () => {
    expect(dual.vpc.ipFamily).toBe('ipv6');
  });

  test('leads IPv6 out, and lets nothing in', () => {
    expect(Object.keys(dual.all('aws_egress_only_internet_gateway'))).toHaveLength(1);
  });
});

describe('Vpc with a range for pods', () => {
  const own = network({ podCidr: '100.64.0.0/16', endpoints: ['sts'] });

  test('gives pods subnets of it, once the network has it', () => {
    const { cidr_block, vpc_id } = own.one('aws_subnet', 'network_pods-us-east-1b');
    expect([cidr_block, vpc_id]).toEqual([
      '100.64.32.0/19',
      expect.stringMatching(/^\$\{aws_vpc_ipv4_cidr_block_association\.network_PodCidr_.*\.vpc_id\}$/),
    ]);
    expect(own.vpc.podSubnetIds).toHaveLength(2);
  });

  test('lets pods reach S3 and the endpoints as nodes do', () => {
    expect(own.one('aws_vpc_endpoint', 'network_S3Endpoint').route_table_ids).toHaveLength(6);
    const callers = Object.values(own.all('aws_vpc_security_group_ingress_rule')).map((rule) => rule.cidr_ipv4);
    expect(callers.sort()).toEqual(['10.20.0.0/16', '100.64.0.0/16']);
  });
});

describe('Vpc refuses', () => {
  test('a range that is too small and zones of another region, both at once', () => {
    expect(refused({ cidr: '10.20.0.0/24', zones: ['us-east-1a', 'eu-west-1a'] })).toThrow(
      "stack/network: 'cidr' must be an IPv4 range from /16 to /20 that starts on its own boundary, got '10.20.0.0/24'; a range such as 10.20.0.0/16 works\n" +
        "stack/network: 'zones' must be zones of us-east-1, got 'eu-west-1a'; a zone such as us-east-1a",
    );
  });

  test('options that contradict each other, all at once', () => {
    const contradiction = {
      publicSubnets: false,
      ipFamily: 'dual-stack',
      podCidr: '10.20.0.0/16',
      flowLogs: 'off',
    } as const;
    expect(refused({ ...contradiction, gatewayEndpoints: ['s3', 's3'], flowLogRetentionDays: 30 })).toThrow(
      "stack/network: 'podCidr' must not overlap the network's own 10.20.0.0/16, got '10.20.0.0/16'\n" +
        "stack/network: 'podCidr' is for IPv4 alone, got '10.20.0.0/16'; pods have IPv6 addresses; leave it out\n" +
        "stack/network: 'natGateways' must be 'none' without public subnets, got 'per-zone'; say natGateways: 'none', or leave publicSubnets out\n" +
        "stack/network: 'gatewayEndpoints' must name each once, got 's3'\n" +
        "stack/network: 'flowLogRetentionDays' is for flow logs, which are off, got 30; leave it out, or choose 'all' or 'reject' as flowLogs",
    );
  });

  test('no endpoints where there is no other way to AWS', () => {
    expect(refused({ natGateways: 'none', endpoints: [] })).toThrow(
      "'endpoints' must name services where there are no NAT gateways, got []; leave it out for all that a cluster needs",
    );
  });

  test('a name that log groups and roles do not accept', () => {
    expect(refused({ vpcName: 'fun lynk' })).toThrow(
      "'vpcName' must be letters, digits, dots, dashes and underscores, 200 at most, got 'fun lynk'",
    );
  });
});

describe('Vpc with a provider of its own', () => {
  test('hands it to every resource', () => {
    const { text } = synth((stack) => {
      const provider = new AwsProvider(stack, 'other', { region: PLACE.region, alias: 'other' });
      const everything = { ipFamily: 'dual-stack', endpoints: ['sts'], gatewayEndpoints: ['s3', 'dynamodb'] } as const;
      new Vpc(stack, 'network', { ...props, ...everything, provider });
      new Vpc(stack, 'pods', { ...props, vpcName: 'pods', podCidr: '100.64.0.0/16', provider });
    });
    const { resource } = JSON.parse(text) as {
      readonly resource: Readonly<Record<string, Readonly<Record<string, object>>>>;
    };
    const strays = Object.entries(resource).flatMap(([type, byId]) =>
      Object.values(byId).flatMap((block) => ('provider' in block ? [] : [type])),
    );
    expect(strays).toEqual([]);
  });
});
