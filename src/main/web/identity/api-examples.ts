import { texts } from "../texts.ts";

/** A command that a person can run as it is. */
export interface Example {
  readonly title: string;
  readonly command: string;
}

/** What the examples are about; `pushSource` is the id of a source to push to, null if there is none. */
export interface ApiTarget {
  readonly dashboard: string;
  readonly pushSource: string | null;
}

const PLACEHOLDER = "YOUR_API_KEY";

/**
 * What a program does most, as commands for a shell.
 *
 * @param base address of the server, without a slash at the end
 * @param key null for a placeholder
 * @param target null if they are about no dashboard
 */
export function examplesOf(base: string, key: string | null, target: ApiTarget | null): Example[] {
  const call = (path: string, options = "", body = "") =>
    `curl ${options}"${base}${path}" \\\n  -H "Authorization: Bearer ${key ?? PLACEHOLDER}"${
      body === "" ? "" : ` \\\n  -H "Content-Type: application/json" \\\n  -d '${body}'`
    }`;
  const list = { title: texts.identity.listDashboards, command: call("/dashboards") };
  if (target === null) return [list];
  const { dashboard, pushSource } = target;
  return [
    list,
    {
      title: texts.identity.shareThisDashboard,
      command: call(`/dashboards/${dashboard}/share`, "-X POST ", '{"access": "view"}'),
    },
    pushSource === null
      ? {
        title: texts.identity.makeASourceToPushRows,
        command: call(
          `/dashboards/${dashboard}/sources`,
          "-X POST ",
          '{"name": "Readings", "kind": "push"}',
        ),
      }
      : {
        title: texts.identity.pushRows,
        command: call(`/sources/${pushSource}/rows`, "-X POST ", '[{"value": 1}]'),
      },
  ];
}
