import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../shared/preferences';

const keys: [string[], string][] = [
  [['J', '↓'], 'keys.down'],
  [['K', '↑'], 'keys.up'],
  [['Home'], 'keys.first'],
  [['End'], 'keys.last'],
  [['.', ','], 'keys.places'],
  [['A'], 'keys.approve'],
  [['R'], 'keys.reject'],
  [['Shift R'], 'keys.rejectAtOnce'],
  [['E'], 'keys.edit'],
  [['D'], 'keys.define'],
  [['U'], 'keys.undo'],
  [['N'], 'keys.newTerm'],
  [['Shift N'], 'keys.newApproved'],
  [['/'], 'keys.search'],
  [['?'], 'keys.help'],
];

export function KeysHelp({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const preferences = usePreferences();
  return (
    <Modal
      visible
      onDismiss={onClose}
      header={t('keys.title')}
      closeAriaLabel={t('app.close')}
      footer={
        <Box float="right">
          <Button onClick={onClose}>{t('app.close')}</Button>
        </Box>
      }
    >
      {!preferences.keys && <p>{t('keys.off')}</p>}
      <dl className="keys">
        {keys.map(([names, text]) => (
          <div key={text}>
            <dt>
              {names.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{t(text)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
