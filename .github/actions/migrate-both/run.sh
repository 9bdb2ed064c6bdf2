#!/usr/bin/env bash
# Runs one check and hands its result to the workflow: annotations, the job's summary, outputs. Ends with the tool's own
# exit code, so that what could not be checked fails the job like what was found.
set -uo pipefail

reports=$(mktemp -d "${RUNNER_TEMP:?is set by the runner}/migrate-both.XXXXXX")
report=$reports/report.json
sarif=$reports/report.sarif
command=${INPUT_COMMAND:-verify}

# xargs knows quotes and expands nothing.
mapfile -t arguments < <(xargs -n 1 printf '%s\n' <<<"${INPUT_ARGS:-}")
if [ -z "${INPUT_ARGS//[[:space:]]/}" ]; then arguments=(); fi

# What belongs to the application comes after "--", and the reports before it.
own=()
while [ ${#arguments[@]} -gt 0 ] && [ "${arguments[0]}" != -- ]; do
  own+=("${arguments[0]}")
  arguments=("${arguments[@]:1}")
done

status=0
if [ "$command" = gate ]; then
  # A gate reads reports and writes none: its words go to the log and to the summary, its reasons on the run's page.
  "$TOOL" gate "${own[@]}" --format json "${arguments[@]}" >"$report" || status=$?
  refusals=$(jq -r '.refusals[]? | "refused (\(.code)): \(.report // "")\(if .report then ": " else "" end)\(.message)"' "$report") || refusals=
  text=${refusals:-"gate: $(jq -r .outcome "$report")"}
  printf '%s\n' "$text"
  if [ "${INPUT_SUMMARY:-true}" = true ]; then printf '### migrate-both gate\n\n```\n%s\n```\n' "$text" >>"$GITHUB_STEP_SUMMARY"; fi
  if [ "${INPUT_ANNOTATIONS:-true}" = true ] && [ -n "$refusals" ]; then
    while IFS= read -r line; do printf '::error title=migrate-both gate::%s\n' "${line//%/%25}"; done <<<"$refusals"
  fi
else
  wanted=(--report "json=$report" --report "sarif=$sarif")
  if [ "${INPUT_SUMMARY:-true}" = true ]; then wanted+=(--report "markdown=$GITHUB_STEP_SUMMARY"); fi
  if [ "${INPUT_ANNOTATIONS:-true}" = true ]; then wanted+=(--report github=-); fi
  "$TOOL" "$command" "${own[@]}" "${wanted[@]}" "${arguments[@]}" || status=$?
fi

outcome=incomplete
errors=
warnings=
if [ -s "$report" ]; then
  outcome=$(jq -r .outcome "$report")
  errors=$(jq -r '.summary.error // (.refusals | select(. != null) | length) // empty' "$report")
  warnings=$(jq -r '.summary.warning // empty' "$report")
else
  report=
fi
if [ ! -s "$sarif" ]; then sarif=; fi

{
  echo "outcome=$outcome"
  echo "exit-code=$status"
  echo "errors=$errors"
  echo "warnings=$warnings"
  echo "report=$report"
  echo "sarif=$sarif"
} >>"$GITHUB_OUTPUT"
exit "$status"
