import type { Check } from './output';
export const checkIdentities: Check = () => [];
