/** What a progressive rollout gets where it does not say; the docstrings of `Canary`, `BlueGreen` and `Analysis` repeat these. */
export const PROGRESSIVE_DEFAULTS = {
  engine: 'argo-rollouts',
  intervalSeconds: 60,
  failureLimit: 2,
  scaleDownDelaySeconds: 600,
} as const;

/** How often each metric of a blue-green rollout is measured before the traffic moves, and again after. */
export const BLUE_GREEN_MEASUREMENTS = 5;
