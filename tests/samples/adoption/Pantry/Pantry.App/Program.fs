module Pantry.App

open Microsoft.EntityFrameworkCore
open Microsoft.EntityFrameworkCore.Design
open Pantry.Model

type PantryContextFactory() =
    interface IDesignTimeDbContextFactory<PantryContext> with
        member _.CreateDbContext(args) =
            let options = DbContextOptionsBuilder<PantryContext>()

            if Array.contains "MySql" args then
                options.UseMySql("Server=localhost;User=app;Password=app;Database=app", ServerVersion.Parse("8.4.0-mysql"), fun server -> server.MigrationsAssembly("Pantry.MySql") |> ignore) |> ignore
            else
                options.UseSqlite("Data Source=pantry.db", fun lite -> lite.MigrationsAssembly("Pantry.Sqlite") |> ignore) |> ignore

            new PantryContext(options.Options)

[<EntryPoint>]
let main _ =
    printfn "pantry"
    0
