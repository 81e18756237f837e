import type { BeneficiaryId } from '../../bridge/types';
import type { Days, Kind } from '../occupancy/period';

/** Which sheet is looked at. */
export type PaperRequest =
  | { is: 'roll_call' }
  | { is: 'daily' }
  | { is: 'report'; kind: Kind; days: Days; knownOn: string | null }
  | { is: 'record'; beneficiary: BeneficiaryId };
