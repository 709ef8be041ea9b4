import { controlPlane } from '../../../../lib/cloud/aws/eks/eks-control-plane';

describe('controlPlane', () => {
  test('may leave a zone, scales by itself, and is protected twice', () => {
    expect(controlPlane({})).toEqual({
      zonalShiftConfig: { enabled: true },
      deletionProtection: true,
      lifecycle: { preventDestroy: true },
    });
  });

  test.each([true, false])('may leave a zone where asked: %p', (zonalShift) => {
    expect(controlPlane({ zonalShift }).zonalShiftConfig).toEqual({ enabled: zonalShift });
  });

  test.each([true, false])('is protected where asked, by EKS and by Terraform: %p', (deletionProtection) => {
    expect(controlPlane({ deletionProtection })).toMatchObject({
      deletionProtection,
      lifecycle: { preventDestroy: deletionProtection },
    });
  });

  test('is as large at all times as was asked', () => {
    expect(controlPlane({ controlPlaneScalingTier: 'tier-2xl' }).controlPlaneScalingConfig).toEqual({
      tier: 'tier-2xl',
    });
  });
});
