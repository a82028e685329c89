import { EmptyState, Text } from '@hubspot/ui-extensions';

/** HubSpot's empty state, with a title and one sentence. */
export function EmptyMessage({ title, text }: { title: string; text: string }) {
  return (
    <EmptyState title={title} layout="vertical" imageName="voteAndSearch" flush>
      <Text>{text}</Text>
    </EmptyState>
  );
}
