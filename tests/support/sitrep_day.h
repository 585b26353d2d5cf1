#pragma once

#include "core/sitrep/figures.h"
#include "tests/support/times.h"

#include <catch2/catch.hpp>

/// A day of two services: 18 Nov 09:30 to 19 Nov 09:30.
inline core::SitrepScope scopeOf(std::vector<core::Case> cases)
{
    core::SitrepScope scope;
    scope.from = london("2026-11-18T09:30");
    scope.to = london("2026-11-19T09:30");
    for (core::Case& each : cases)
        scope.cases.push_back(std::make_shared<const core::Case>(std::move(each)));
    return scope;
}

inline core::Case caseAt(const char* opened, const char* service = "edt")
{
    static unsigned made = 0;
    const core::Instant at = london(opened);
    core::Case record;
    record.eventCount = 1;
    record.id = {QUuid(++made, 1, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 1)};
    record.ref = QStringLiteral("C-%1").arg(made);
    record.kindOfWork = QStringLiteral("mhaa");
    record.openedAt = at;
    record.responsible.add(at, at, QString::fromLatin1(service));
    record.stage.add(at, at, core::Stage::Received);
    return record;
}

inline core::Figure figure(const core::SitrepScope& scope, const char* key)
{
    const core::FigureDefinition* definition = core::figureDefinition(QString::fromLatin1(key));
    REQUIRE(definition);
    core::Figure counted = definition->count(scope);
    counted.key = QString::fromLatin1(key);
    return counted;
}

inline int countOf(const core::Figure& counted, const QString& label)
{
    for (const core::FigurePart& part : counted.parts)
        if (part.label == label)
            return part.count;
    return 0;
}
