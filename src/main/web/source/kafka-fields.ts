import { type Group, is } from "./field.ts";
import { texts } from "../texts.ts";

const signsIn = is("security", "sasl_plaintext", "sasl_tls");

/** What a source of a topic needs to know. */
export const KAFKA: readonly Group[] = [
  {
    legend: texts.source.topic,
    fields: [
      {
        name: "brokers",
        label: texts.source.brokers,
        placeholder: "kafka.example.com:9092",
        hint: texts.source.brokersHint,
        type: "list",
        required: true,
        wide: true,
      },
      { name: "topic", label: texts.source.topic, required: true },
      {
        name: "start",
        label: texts.source.beginWith,
        type: "choice",
        options: [["latest", texts.source.newMessages], ["earliest", texts.source.oldestMessages]],
        initial: "latest",
      },
    ],
  },
  {
    legend: texts.source.connection,
    fields: [
      {
        name: "security",
        label: texts.source.security,
        type: "choice",
        options: [
          ["plaintext", texts.source.noSecurity],
          ["tls", "TLS"],
          ["sasl_tls", texts.source.tlsAndUser],
          ["sasl_plaintext", texts.source.userWithoutTls],
        ],
        initial: "plaintext",
      },
      {
        name: "mechanism",
        label: texts.source.mechanism,
        type: "choice",
        options: [
          ["scram-sha-512", "SCRAM-SHA-512"],
          ["scram-sha-256", "SCRAM-SHA-256"],
          ["plain", "PLAIN"],
        ],
        initial: "scram-sha-512",
        asked: signsIn,
      },
      { name: "user", label: texts.source.user, required: true, asked: signsIn },
      {
        name: "password",
        label: texts.source.password,
        type: "secret",
        required: true,
        asked: signsIn,
      },
    ],
  },
];
