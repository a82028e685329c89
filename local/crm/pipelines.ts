import { failures } from './errors';
import type { PropertyOption } from './properties/property';

type Stage = [id: string, label: string, metadata: Record<string, string>];

const open = { ticketState: 'OPEN', isClosed: 'false' };

/** The pipelines that HubSpot gives a new account. Their labels may be changed there, their ids may not. */
const pipelines: Record<string, { id: string; label: string; stages: Stage[] }[]> = {
  '0-3': [
    {
      id: 'default',
      label: 'Sales Pipeline',
      stages: [
        ['appointmentscheduled', 'Appointment Scheduled', { isClosed: 'false', probability: '0.2' }],
        ['qualifiedtobuy', 'Qualified To Buy', { isClosed: 'false', probability: '0.4' }],
        ['presentationscheduled', 'Presentation Scheduled', { isClosed: 'false', probability: '0.6' }],
        ['decisionmakerboughtin', 'Decision Maker Bought-In', { isClosed: 'false', probability: '0.8' }],
        ['contractsent', 'Contract Sent', { isClosed: 'false', probability: '0.9' }],
        ['closedwon', 'Closed Won', { isClosed: 'true', probability: '1.0' }],
        ['closedlost', 'Closed Lost', { isClosed: 'true', probability: '0.0' }],
      ],
    },
  ],
  '0-5': [
    {
      id: '0',
      label: 'Support Pipeline',
      stages: [
        ['1', 'New', open],
        ['2', 'Waiting on contact', open],
        ['3', 'Waiting on us', open],
        ['4', 'Closed', { ticketState: 'CLOSED', isClosed: 'true' }],
      ],
    },
  ],
};

const stamp = {
  createdAt: '2024-01-08T09:00:00.000Z',
  updatedAt: '2024-01-08T09:00:00.000Z',
  archived: false,
};

/** All pipelines of an object type, with their stages, on one page. Throws a 501 for a type without pipelines here. */
export function listPipelines({ id, name }: { id: string; name: string }): object {
  const own = pipelines[id];
  if (!own) throw failures.notEmulated(`the pipelines of ${name}`);
  return {
    results: own.map(({ stages, ...pipeline }, displayOrder) => ({
      ...pipeline,
      displayOrder,
      stages: stages.map(([stageId, label, metadata], order) => ({
        id: stageId,
        label,
        displayOrder: order,
        metadata,
        ...stamp,
      })),
      ...stamp,
    })),
  };
}

/** The pipelines of an object type as the options of a property. */
export function pipelineOptions(objectTypeId: string): PropertyOption[] {
  return (pipelines[objectTypeId] ?? []).map(({ id, label }) => ({ value: id, label }));
}

/** The stages of all its pipelines likewise. */
export function stageOptions(objectTypeId: string): PropertyOption[] {
  return (pipelines[objectTypeId] ?? []).flatMap(({ stages }) =>
    stages.map(([value, label]) => ({ value, label })),
  );
}

/** Whether a stage is one of the closed ones. */
export function isClosedStage(objectTypeId: string, stageId: string): boolean {
  const stages = (pipelines[objectTypeId] ?? []).flatMap((pipeline) => pipeline.stages);
  return stages.some(([id, , metadata]) => id === stageId && metadata['isClosed'] === 'true');
}
