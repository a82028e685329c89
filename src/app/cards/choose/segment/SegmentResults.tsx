import { useState } from 'react';
import { Button, Flex, LoadingSpinner, Text } from '@hubspot/ui-extensions';
import type { Segment } from '@bulk-associate/contract';
import { useTranslator } from '../../locales/TranslatorProvider';
import { useSession } from '../../panel/SessionProvider';
import { selectionOf, type Draft } from '../../panel/state';
import { EmptyMessage } from '../../parts/EmptyMessage';
import { PagedTable } from '../../parts/PagedTable';
import { Problem } from '../../parts/Problem';
import { typeInSentence } from '../../parts/type-names';
import { useReply } from '../../sdk/useReply';

/** The pages read so far, and the cursor of the next one. */
interface EarlierPages {
  segments: Segment[];
  cursor: string;
}

/** The segments that match the query, each with a button that adds its members. Mounted anew for every query. */
export function SegmentResults({ draft, query }: { draft: Draft; query: string }) {
  const { t } = useTranslator();
  const [earlier, setEarlier] = useState<EarlierPages>();
  const { reply, retry } = useReply('find_segments', {
    objectType: draft.type.id,
    query,
    ...(earlier && { cursor: earlier.cursor }),
  });
  const segments = distinct([...(earlier?.segments ?? []), ...(reply?.ok ? reply.segments : [])]);
  if (reply?.ok && segments.length === 0) {
    return (
      <EmptyMessage
        title={t('searchNone')}
        text={t('segmentNoneText', { types: typeInSentence(t, draft.type) })}
      />
    );
  }
  const cursor = reply?.ok ? reply.cursor : undefined;
  return (
    <Flex direction="column" gap="small">
      {segments.length > 0 && <SegmentTable draft={draft} segments={segments} />}
      {!reply && <LoadingSpinner label={t('loading')} showLabel layout="centered" />}
      {reply && !reply.ok && <Problem error={reply.error} onRetry={retry} />}
      {cursor !== undefined && (
        <Flex gap="small" align="center" wrap>
          <Button size="xs" onClick={() => setEarlier({ segments, cursor })}>
            {t('segmentMore')}
          </Button>
          {reply?.ok && reply.total !== undefined && (
            <Text variant="microcopy">{t('partOf', { done: segments.length, total: reply.total })}</Text>
          )}
        </Flex>
      )}
    </Flex>
  );
}

/** A segment that was made while the pages were read moves the others: one may be on two pages. */
function distinct(segments: readonly Segment[]): Segment[] {
  return [...new Map(segments.map((segment) => [segment.id, segment])).values()];
}

function SegmentTable({ draft, segments }: { draft: Draft; segments: Segment[] }) {
  const session = useSession();
  const { t, number } = useTranslator();
  // The members of the only segment need no further step than their review.
  const thenReview = selectionOf(draft).size === 0;
  const action = t(thenReview ? 'segmentReview' : 'segmentAdd');
  return (
    <PagedTable
      rows={segments}
      columns={[
        { header: t('source_segment') },
        { header: t('segmentSize'), isNarrow: true },
        { header: t('step_choose'), isNarrow: true },
      ]}
      cells={({ id, name, size }) => [
        <Text key="name">{name}</Text>,
        <Text key="size">{size === undefined ? '--' : number(size)}</Text>,
        <Button
          key="add"
          size="xs"
          disabled={draft.collecting.name === 'collecting' || size === 0}
          onClick={() => void session.collect({ segmentId: id }, { thenReview })}
        >
          {action}
        </Button>,
      ]}
    />
  );
}
