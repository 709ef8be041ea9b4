import { NodeLaunchTemplate, type NodeLaunchTemplateProps } from '../../../../lib/cloud/aws/nodes/node-launch-template';
import { type Block, synth } from '../harness';

const props: NodeLaunchTemplateProps = {
  templateName: 'funlynk-general',
  image: 'BOTTLEROCKET',
  diskSizeGib: 50,
  kmsKeyArn: 'arn:aws:kms:us-east-1:111122223333:key/a',
  tags: { system: 'funlynk' },
};

function template(more: Partial<NodeLaunchTemplateProps> = {}): Block {
  const output = synth((stack) => new NodeLaunchTemplate(stack, 'template', { ...props, ...more }));
  return output.one('aws_launch_template');
}

const volume = { encrypted: 'true', kms_key_id: props.kmsKeyArn, volume_type: 'gp3', delete_on_termination: 'true' };

describe('NodeLaunchTemplate', () => {
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

  test('gives Bottlerocket a second volume for everything but the system, both encrypted', () => {
    expect(template().block_device_mappings).toEqual([
      { device_name: '/dev/xvda', ebs: volume },
      { device_name: '/dev/xvdb', ebs: { ...volume, volume_size: 50 } },
    ]);
  });

  test('gives Amazon Linux one encrypted volume', () => {
    expect(template({ image: 'AL2023' }).block_device_mappings).toEqual([
      { device_name: '/dev/xvda', ebs: { ...volume, volume_size: 50 } },
    ]);
  });

  test('tags what the default tags do not reach', () => {
    expect(template().tag_specifications).toEqual(
      ['instance', 'volume', 'network-interface'].map((resource_type) => ({
        resource_type,
        tags: { system: 'funlynk' },
      })),
    );
  });

  test('is monitored by the minute', () => {
    expect(template().monitoring).toEqual({ enabled: true });
  });
});
