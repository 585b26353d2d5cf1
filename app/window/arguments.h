#pragma once

#include <QString>
#include <QStringList>

#include <optional>

/// What the command line asks of the window.
struct Wanted {
    QString store;
    QString login;
    QString pictures; ///< folder; empty: open the window
    bool timing = false;
    QStringList files; ///< bundles and introductions to take in
};

/// Prints help or version where they are asked for; false when the window is wanted. Goes before
/// the application is made, so that neither needs a display.
bool answeredInWords(int argc, char* argv[]);

/// None after saying why the arguments make no sense.
std::optional<Wanted> readArguments();
