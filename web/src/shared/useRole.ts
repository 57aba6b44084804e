import { useMe } from '../api/queries';
import type { Schemas } from '../api/client';

type Role = Schemas['Me']['role'];

const ranks: Record<Role, number> = { Reader: 0, Editor: 1, Admin: 2 };

/** Whether the signed-in person has at least a role. */
export function useHasRole(needed: Role): boolean {
  const me = useMe();
  return me.data !== undefined && ranks[me.data.role] >= ranks[needed];
}
