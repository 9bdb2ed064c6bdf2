namespace Pantry.Model

open System.ComponentModel.DataAnnotations
open Microsoft.EntityFrameworkCore

[<AllowNullLiteral>]
type Jar() =
    member val Id = 0 with get, set

    [<MaxLength(60)>]
    member val Label = "" with get, set

type PantryContext(options: DbContextOptions<PantryContext>) =
    inherit DbContext(options)

    [<DefaultValue>]
    val mutable private jars: DbSet<Jar>

    member this.Jars
        with get () = this.jars
        and set value = this.jars <- value
