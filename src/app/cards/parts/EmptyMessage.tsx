import { EmptyState, Text } from '@hubspot/ui-extensions';

/** Says that there is nothing, and what can be done about it. */
export function EmptyMessage({ title, text }: { title: string; text: string }) {
  return (
    <EmptyState title={title} layout="vertical" imageName="voteAndSearch" flush>
      <Text>{text}</Text>
    </EmptyState>
  );
}
