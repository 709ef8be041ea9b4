import type { Check } from './output';
export const checkProductionClusters: Check = () => [];
