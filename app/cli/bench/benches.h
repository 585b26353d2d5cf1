#pragma once

#include "app/cli/bench/figures.h"

#include <QDir>
#include <QJsonObject>

namespace cli::bench {

// Each measures one promise. `folder` is on the disk that is measured.

/// One action on a case of 50 events beside a raw durable insert of the same bytes; its syncs.
/// Measured on so many cases.
std::vector<Figure> benchAction(const QDir& folder, int cases = 40);

/// `hours` and `due` answering so many lines beside Qt reading the same times and writing them.
std::vector<Figure> benchBulk(int lines = 100'000);

/// Opening a case and appending to it, in the large store beside the small one.
std::vector<Figure> benchGrowth(const QString& smallStore, const QString& largeStore);

/// Rebuilding the store beside inserting the same rows raw, search index included.
std::vector<Figure> benchRebuild(const QString& store, const QDir& folder);

/// The SITREP's PDF, by a program of its own.
std::vector<Figure> benchPaper(const QString& store, const QDir& folder);

/// The window on a filled store beside the same window on an empty one; its memory on the largest.
std::vector<Figure> benchWindow(
    const QString& empty, const QString& filled, const QString& largest);

/// Exporting a large store to an empty desk of its service and importing it there, beside inserting
/// the same rows raw; then a night more; their memory beside that for a smaller store. Each in a
/// program of its own.
std::vector<Figure> benchExchange(const QString& store, const QString& smaller, const QDir& folder);
/// One of the two steps, "export" or "import": its time, events and memory.
QJsonObject exchangeAlone(const QString& store, const QString& step, const QString& bundle);

/// The most memory that work on the store takes, each kind in a program of its own.
std::vector<Figure> benchMemory(const QString& store);
double workForMemory(const QString& store);
double rebuildForMemory(const QString& store);

}
