import { corednsConfiguration, type CorednsOptions, corednsRefusals } from '../../../../lib/cloud/aws/add-ons/coredns';
import { refuse } from '../../../../lib/core/errors';

function checked(options: CorednsOptions): () => void {
  return () => refuse('addons', corednsRefusals(options));
}

describe('coredns', () => {
  test('grows with the cluster, spread over the zones, and never gone all at once', () => {
    expect(corednsConfiguration({})).toMatchInlineSnapshot(`
      {
        "autoScaling": {
          "enabled": true,
          "maxReplicas": 10,
          "minReplicas": 2,
        },
        "podDisruptionBudget": {
          "enabled": true,
          "maxUnavailable": 1,
        },
        "tolerations": [
          {
            "key": "CriticalAddonsOnly",
            "operator": "Exists",
          },
          {
            "effect": "NoSchedule",
            "key": "node-role.kubernetes.io/control-plane",
          },
        ],
        "topologySpreadConstraints": [
          {
            "labelSelector": {
              "matchLabels": {
                "k8s-app": "kube-dns",
              },
            },
            "maxSkew": 1,
            "topologyKey": "topology.kubernetes.io/zone",
            "whenUnsatisfiable": "ScheduleAnyway",
          },
        ],
      }
    `);
  });

  test('has as many replicas as told', () => {
    const { autoScaling, replicaCount } = corednsConfiguration({ autoScaling: false, replicas: 4 });
    expect([autoScaling, replicaCount]).toEqual([{ enabled: false }, 4]);
  });

  test('grows within the bounds that were told', () => {
    const { autoScaling, replicaCount } = corednsConfiguration({ autoScaling: true, replicas: 3, maxReplicas: 30 });
    expect([autoScaling, replicaCount]).toEqual([{ enabled: true, minReplicas: 3, maxReplicas: 30 }, undefined]);
  });

  test.each([
    [undefined, undefined],
    ['ec2', undefined],
    ['Fargate', 'Fargate'],
  ] as const)('with computeType %s says %s to EKS', (computeType, told) => {
    expect(corednsConfiguration({ computeType }).computeType).toBe(told);
  });

  test('cannot have fewer than two replicas', () => {
    expect(checked({ replicas: 1 })).toThrow("addons: 'coredns.replicas' must be a whole number of at least 2, got 1");
  });

  test('cannot have fewer replicas at most than at least', () => {
    expect(checked({ replicas: 5, maxReplicas: 4 })).toThrow(
      "addons: 'coredns.maxReplicas' must be at least coredns.replicas (5), got 4",
    );
    expect(checked({ replicas: 5, maxReplicas: 5 })).not.toThrow();
  });

  test('cannot have half a replica', () => {
    expect(checked({ maxReplicas: 2.5 })).toThrow(
      "addons: 'coredns.maxReplicas' must be a whole number of at least 2, got 2.5",
    );
  });

  test('cannot have a bound that nothing grows to', () => {
    expect(checked({ autoScaling: false, maxReplicas: 5 })).toThrow(
      "addons: 'coredns.maxReplicas' must not be there without coredns.autoScaling, got 5; leave it out, or switch autoScaling on",
    );
    expect(checked({ autoScaling: false, replicas: 20 })).not.toThrow();
  });
});
