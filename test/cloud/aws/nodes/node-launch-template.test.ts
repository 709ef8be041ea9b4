import { NodeLaunchTemplate, type NodeLaunchTemplateProps } from '../../../../lib/cloud/aws/nodes/node-launch-template';
import { type Block, synth } from '../harness';

const props: NodeLaunchTemplateProps = {
  templateName: 'funlynk-general',
  image: 'BOTTLEROCKET',
  instanceTypes: ['p5.48xlarge'],
  kmsKeyArn: 'arn:aws:kms:us-east-1:111122223333:key/a',
  tags: { system: 'funlynk' },
};

function template(more: Partial<NodeLaunchTemplateProps> = {}): Block {
  const output = synth((stack) => new NodeLaunchTemplate(stack, 'template', { ...props, ...more }));
  return output.one('aws_launch_template');
}

describe('NodeLaunchTemplate', () => {
  test('starts private, encrypted, tagged machines, and asks for nothing else', () => {
    expect(template()).toMatchSnapshot();
  });

  test('keeps the credentials of the node from pods', () => {
    expect(template().metadata_options).toMatchInlineSnapshot(`
      {
        "http_endpoint": "enabled",
        "http_put_response_hop_limit": 1,
        "http_tokens": "required",
        "instance_metadata_tags": "disabled",
      }
    `);
  });

  test('gives the volume for everything but the system what is asked for', () => {
    const [, data] = template({ diskSizeGib: 80, diskIops: 6000, diskThroughputMibps: 250 })
      .block_device_mappings as readonly Block[];
    expect(data).toEqual({
      device_name: '/dev/xvdb',
      ebs: {
        ...{ encrypted: 'true', kms_key_id: props.kmsKeyArn, delete_on_termination: 'true' },
        ...{ volume_type: 'gp3', volume_size: 80, iops: 6000, throughput: 250 },
      },
    });
  });

  test('tags what the default tags do not reach', () => {
    expect(template().tag_specifications).toEqual(
      ['instance', 'volume', 'network-interface'].map((resource_type) => ({
        resource_type,
        tags: { system: 'funlynk' },
      })),
    );
  });

  test.each([
    [undefined, true],
    [true, true],
    [false, false],
  ])('with monitoring %s is watched by the minute: %s', (monitoring, enabled) => {
    expect(template({ monitoring }).monitoring).toEqual({ enabled });
  });

  test('passes on what nodes read when they start', () => {
    expect(template({ maxPodsPerNode: 58 }).user_data).toBe(
      Buffer.from('[settings.kubernetes]\nmax-pods = 58\n').toString('base64'),
    );
  });

  test('takes reserved machines', () => {
    expect(template({ capacityReservation: { id: 'cr-0a1b2c3d' }, capacityBlock: true })).toMatchObject({
      capacity_reservation_specification: { capacity_reservation_target: { capacity_reservation_id: 'cr-0a1b2c3d' } },
      instance_market_options: { market_type: 'capacity-block' },
      instance_type: 'p5.48xlarge',
    });
  });

  test('has the security groups and the placement group that it is given', () => {
    expect(template({ securityGroupIds: ['sg-1', 'sg-2'], placementGroupName: 'close' })).toMatchObject({
      vpc_security_group_ids: ['sg-1', 'sg-2'],
      placement: { group_name: 'close' },
    });
  });
});
