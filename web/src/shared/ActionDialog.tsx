import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useOnline } from './useOnline';

/** A dialog for one action, with the ways to do it and to leave it. Without a connection it says that the action waits. */
export function ActionDialog({
  title,
  size = 'medium',
  action,
  isPending,
  isDisabled = false,
  form,
  onAction,
  onClose,
  children,
}: {
  title: string;
  size?: 'medium' | 'large';
  /** What the button that acts says. */
  action: string;
  isPending: boolean;
  isDisabled?: boolean;
  /** Id of a form inside, which the button then submits. */
  form?: string;
  /** Called by the button where there is no form. */
  onAction?: () => void;
  onClose: () => void;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const online = useOnline();
  return (
    <Modal
      visible
      size={size}
      onDismiss={onClose}
      header={title}
      closeAriaLabel={t('app.close')}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              {t('app.cancel')}
            </Button>
            <Button variant="primary" loading={isPending} disabled={isDisabled} {...(form ? { formAction: 'submit', form } : { onClick: onAction })}>
              {action}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      {isPending && !online && (
        <p className="failure" role="alert">
          {t('errors.waiting')}
        </p>
      )}
      {children}
    </Modal>
  );
}
