import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client';
import { useMe } from '../api/queries';
import { useMessages } from '../shared/messages';

/** On the local host a person may see the product with the eyes of another role. */
export function RoleSwitch() {
  const { t } = useTranslation();
  const me = useMe();
  const queries = useQueryClient();
  const { fail } = useMessages();
  if (!me.data || me.data.switchableRoles.length === 0) {
    return me.data ? <span className="bar-text">{me.data.name}</span> : null;
  }

  const switchTo = async (role: Schemas['Me']['role']) => {
    try {
      const response = await fetch('/.auth/local/role', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-glossary-client': 'web' },
        body: JSON.stringify({ role }),
      });
      if (!response.ok) {
        throw new Error(String(response.status));
      }
      await queries.invalidateQueries();
    } catch (error) {
      fail(error);
    }
  };

  return (
    <label className="role">
      <span className="role-label">{t('app.roleSwitch')}</span>
      <select value={me.data.role} onChange={(event) => void switchTo(event.target.value as Schemas['Me']['role'])}>
        {me.data.switchableRoles.map((role) => (
          <option key={role} value={role}>
            {t(`roles.${role}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
