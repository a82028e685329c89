import { useState } from 'react';
import { Button, Flex, Text } from '@hubspot/ui-extensions';
import { useTranslator } from '../locales/TranslatorProvider';

interface ConfirmedProps {
  label: string;
  question: string;
  onConfirmed: () => void;
}

/** A button for what cannot be taken back: the first press asks, the second one does it. */
export function Confirmed({ label, question, onConfirmed }: ConfirmedProps) {
  const { t } = useTranslator();
  const [isAsking, setAsking] = useState(false);
  if (!isAsking) {
    return (
      <Flex>
        <Button size="sm" variant="transparent" onClick={() => setAsking(true)}>
          {label}
        </Button>
      </Flex>
    );
  }
  return (
    <Flex direction="column" gap="small">
      <Text>{question}</Text>
      <Flex gap="small" wrap>
        <Button
          size="sm"
          variant="destructive"
          onClick={() => {
            setAsking(false);
            onConfirmed();
          }}
        >
          {label}
        </Button>
        <Button size="sm" onClick={() => setAsking(false)}>
          {t('cancel')}
        </Button>
      </Flex>
    </Flex>
  );
}
