import { Button, LoadingSpinner, Text } from '@hubspot/ui-extensions';
import type { Segment } from '@bulk-associate/contract';
import { useTranslator } from '../../locales/TranslatorProvider';
import { useSession } from '../../panel/SessionProvider';
import type { Draft } from '../../panel/state';
import { EmptyMessage } from '../../parts/EmptyMessage';
import { PagedTable } from '../../parts/PagedTable';
import { Problem } from '../../parts/Problem';
import { typeTitle } from '../../parts/type-names';
import { useReply } from '../../sdk/useReply';

/** The segments whose name matches the query, each with a button that adds its members. */
export function SegmentResults({ draft, query }: { draft: Draft; query: string }) {
  const { t } = useTranslator();
  const { reply, retry } = useReply('find_segments', { objectType: draft.type.id, query });
  if (!reply) return <LoadingSpinner label={t('loading')} showLabel layout="centered" />;
  if (!reply.ok) return <Problem error={reply.error} onRetry={retry} />;
  if (reply.segments.length === 0) {
    return (
      <EmptyMessage
        title={t('searchNone')}
        text={t('segmentNoneText', { types: typeTitle(t, draft.type) })}
      />
    );
  }
  return <SegmentTable draft={draft} segments={reply.segments} />;
}

function SegmentTable({ draft, segments }: { draft: Draft; segments: Segment[] }) {
  const session = useSession();
  const { t, number } = useTranslator();
  return (
    <PagedTable
      rows={segments}
      columns={[
        { header: t('source_segment') },
        { header: t('segmentSize'), isNarrow: true },
        { header: t('segmentAdd'), isNarrow: true },
      ]}
      cells={({ id, name, size }) => [
        <Text key="name">{name}</Text>,
        <Text key="size">{size === undefined ? '--' : number(size)}</Text>,
        <Button
          key="add"
          size="xs"
          disabled={draft.collecting.name === 'collecting' || size === 0}
          onClick={() => void session.collect({ segmentId: id })}
        >
          {t('segmentAdd')}
        </Button>,
      ]}
    />
  );
}
